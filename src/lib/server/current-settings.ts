import { readSettings, type Settings } from './settings.ts';

let read: Settings | undefined;

/** The settings of this process, which were checked when it started. */
export function currentSettings(): Settings {
	return (read ??= readSettings(process.env));
}
