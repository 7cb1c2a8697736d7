import { loadavg } from 'node:os';
import { benchImports } from './imports.ts';
import { benchPages } from './pages.ts';
import { benchValues } from './values.ts';

const [load = 0] = loadavg();
if (load > 2)
	console.log(`Other work is running (load ${load.toFixed(1)}): ratios are less certain.`);

const parts = [await benchValues(), await benchPages(), await benchImports()];
const reached = parts.reduce((sum, part) => sum + part.reached, 0);
const missed = parts.reduce((sum, part) => sum + part.missed, 0);
console.log(`${reached} of ${reached + missed} goals reached`);
process.exitCode = missed === 0 ? 0 : 1;
