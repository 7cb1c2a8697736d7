// With script each cell is checked as it is written; without it the form is the same.
export const csr = true;
