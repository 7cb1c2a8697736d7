/**
 * What ECharts draws, made fit for our pages: no inline style (the content security policy refuses
 * it), a role and a name, ids that are unique on the page, letters of the page, fewer digits.
 */
export function cleanSvg(
	svg: string,
	{ id, title, width, height }: { id: string; title: string; width: number; height: number }
): string {
	const inner = svg
		.replace(/^[\s\S]*?<svg[^>]*>/, '')
		.replace(/<\/svg>\s*$/, '')
		.replace(/<style[\s\S]*?<\/style>/g, '')
		.replace(/<rect [^>]*fill="none"[^>]*><\/rect>/, '')
		.replace(/ (ecmeta_\w+|class|pointer-events|xml:space)="[^"]*"/g, '')
		.replace(/ style="([^"]*)"/g, (_, style: string) => attributes(style))
		.replace(/zr\d+-/g, `${id}-`)
		.replace(/\d+\.\d{2,}/g, (digits) => String(Math.round(Number(digits) * 100) / 100))
		.replace(/\s*\n\s*/g, '')
		.replace(/<defs\s*>\s*<\/defs>/g, '');

	return (
		`<svg class="${id.endsWith('-a') ? 'narrow' : 'wide'}" role="img" aria-labelledby="${id}-t" ` +
		`viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
		`<title id="${id}-t">${escape(title)}</title>${inner}</svg>`
	);
}

// `font-size:12px;font-family:sans-serif;` → ` font-size="12"`. Letters are those of the page.
function attributes(style: string): string {
	return style
		.split(';')
		.map((declaration) => declaration.split(':').map((part) => part.trim()))
		.filter(([name, value]) => name && value && name !== 'font-family')
		.map(([name, value]) => ` ${name}="${value?.replace(/px$/, '')}"`)
		.join('');
}

function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
