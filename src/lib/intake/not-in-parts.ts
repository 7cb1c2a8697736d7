/** A file that has to be read whole: a workbook, UTF-16, one line, a dataset judged all together. */
export class NotInParts extends Error {
	override name = 'NotInParts';
}
