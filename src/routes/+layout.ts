// Pages are complete as HTML. Said here, at the root, so that error pages send no script either.
export const csr = false;
