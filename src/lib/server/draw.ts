import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { sizes, type Builder, type Drawing, type Size } from '#lib/charts/drawing.ts';
import { cleanSvg } from '#lib/charts/clean.ts';

use([
	BarChart,
	LineChart,
	ScatterChart,
	GridComponent,
	MarkLineComponent,
	LabelLayout,
	SVGRenderer
]);

/** Drawings kept, newest last. A drawing follows from its data alone, so it never grows old. */
const kept = new Map<string, Drawing>();
const mostKept = 1000;

/**
 * A figure as SVG in both sizes. `id` is its id on the page; `title` is its name for who cannot see
 * it. The builder must be a named, pure function.
 */
export function draw<Input>(
	builder: Builder<Input>,
	input: Input,
	{ id, title }: { id: string; title: string }
): Drawing {
	const key = JSON.stringify([builder.name, id, title, input]);
	const known = kept.get(key);
	if (known) return known;

	const drawing = {
		narrow: drawAt(builder, input, sizes.narrow, { id: `${id}-a`, title }),
		wide: drawAt(builder, input, sizes.wide, { id: `${id}-b`, title })
	};
	kept.set(key, drawing);
	const oldest = kept.keys().next().value;
	if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
	return drawing;
}

function drawAt<Input>(
	builder: Builder<Input>,
	input: Input,
	size: Size,
	name: { id: string; title: string }
): string {
	const { height, option } = builder(input, size);
	const chart = init(null, null, { renderer: 'svg', ssr: true, width: size.width, height });
	try {
		chart.setOption(option);
		return cleanSvg(chart.renderToSVGString(), { ...name, width: size.width, height });
	} finally {
		chart.dispose();
	}
}
