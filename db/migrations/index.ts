import type { Migration } from 'kysely';
import * as registry from './0001_registry.ts';
import * as account from './0002_account.ts';
import * as submission from './0003_submission.ts';
import * as record from './0004_record.ts';
import * as indicatorValue from './0005_indicator_value.ts';
import * as method from './0006_method.ts';
import * as audit from './0007_audit.ts';
import * as appendOnly from './0008_append_only.ts';
import * as valueLists from './0009_value_lists.ts';
import * as undo from './0010_undo.ts';
import * as sending from './0011_sending.ts';
import * as remark from './0012_remark.ts';
import * as headingMemory from './0013_heading_memory.ts';
import * as quarter from './0014_quarter.ts';
import * as quality from './0015_quality.ts';
import * as job from './0016_job.ts';
import * as correction from './0018_correction.ts';
import * as recordUntil from './0019_record_until.ts';
import * as recordPast from './0020_record_past.ts';
import * as reopen from './0021_reopen.ts';
import * as recordParents from './0022_record_parents.ts';

/** Every migration by its file's name, in order. Forward only: one that has shipped is never edited. */
export const migrations: Record<string, Migration> = {
	'0001_registry': registry,
	'0002_account': account,
	'0003_submission': submission,
	'0004_record': record,
	'0005_indicator_value': indicatorValue,
	'0006_method': method,
	'0007_audit': audit,
	'0008_append_only': appendOnly,
	'0009_value_lists': valueLists,
	'0010_undo': undo,
	'0011_sending': sending,
	'0012_remark': remark,
	'0013_heading_memory': headingMemory,
	'0014_quarter': quarter,
	'0015_quality': quality,
	'0016_job': job,
	'0018_correction': correction,
	'0019_record_until': recordUntil,
	'0020_record_past': recordPast,
	'0021_reopen': reopen,
	'0022_record_parents': recordParents
};
