import { byFiller } from '#lib/datasets/fillers.ts';
import { datasets } from '#lib/datasets/index.ts';

/** The datasets to choose from, by who fills them: the quarter's first. */
export const datasetGroups = byFiller(datasets).map(({ filler, title, datasets: some }) => ({
	filler,
	title,
	datasets: some.map(({ id, title: name, description }) => ({ id, title: name, description }))
}));

export type DatasetGroups = typeof datasetGroups;
