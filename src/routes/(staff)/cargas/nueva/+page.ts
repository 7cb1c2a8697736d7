// Drop, paste and progress are added where there is script; without it the form is the same.
export const csr = true;
