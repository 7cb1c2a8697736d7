/** Larger files are left to the server: an old computer should not be kept busy for long. */
export const mostBytesHere = 5 * 1024 * 1024;
