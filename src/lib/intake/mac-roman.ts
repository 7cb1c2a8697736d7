import type { HighLetters } from './single-byte.ts';

/** Mac Roman: what «CSV (Macintosh)» of Excel writes. */
export const macRoman: HighLetters =
	'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü' +
	'†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
	'¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ' +
	'‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
