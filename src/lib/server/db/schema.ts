import type { Generated, JSONColumnType } from 'kysely';
import type { Finding, Severity } from '#lib/domain/finding.ts';
import type { Blanks, Cells } from '#lib/domain/record.ts';
import type { IdelMethod } from '#lib/index/method.ts';
import type { Choices, Reading } from '#lib/intake/check.ts';

/** Instants come back as ISO text in UTC on both engines. */
type Instant = string;
type CreatedAt = Generated<Instant>;
type Id = Generated<number>;
type JsonObject = JSONColumnType<Record<string, unknown>>;

/** The registry: current rows of the dataset `municipios`, laid out for joins. */
export type MunicipalityTable = {
	ubigeo: string;
	scope: 'distrito' | 'provincia';
	name: string;
	kind: string;
	province: string | null;
	department: string;
	zone: string | null;
	macroregion: string | null;
	natural_region: string | null;
	setting: string | null;
	area_km2: number | null;
	latitude: number | null;
	longitude: number | null;
	since: string | null;
	until: string | null;
	/** `sortKey` of the name: order of lists. */
	sort_key: string;
	/** `fold` of name, province, department and aliases: what a search looks through. */
	search_key: string;
	fictional: boolean;
};

export type MunicipalityAliasTable = { ubigeo: string; alias: string };

export type MembershipTable = {
	ubigeo: string;
	network: string;
	relation: string;
	stage: string | null;
	since: string | null;
	until: string | null;
	note: string | null;
};

export type AccountTable = {
	id: string;
	email: string;
	name: string;
	password_hash: string;
	role: string;
	active: Generated<boolean>;
	created_at: CreatedAt;
};

export type SessionTable = {
	/** SHA-256 of the token, in hexadecimal. The token itself is never stored. */
	token_hash: string;
	account: string;
	created_at: CreatedAt;
	seen_at: CreatedAt;
	expires_at: Instant;
};

/** One-time links: `setup` for the first administrator. */
export type InvitationTable = {
	token_hash: string;
	purpose: string;
	created_at: CreatedAt;
	expires_at: Instant;
	used_at: Instant | null;
};

export type ApiTokenTable = {
	token_hash: string;
	account: string;
	label: string;
	created_at: CreatedAt;
	revoked_at: Instant | null;
};

/** Failed sign-ins by account and by network prefix, for the limit on guessing. */
export type LoginFailureTable = { id: Id; subject: string; failed_at: CreatedAt };

export type SubmissionState =
	'recibida' | 'por_confirmar' | 'rechazada' | 'confirmada' | 'descartada' | 'deshecha';

export type SubmissionTable = {
	/** 16 random base32 characters: also the receipt's code. */
	id: string;
	dataset: string | null;
	state: SubmissionState;
	file_name: string;
	sha256: string;
	bytes: number;
	account: string | null;
	/** How the file was read, frozen: the same settings are used to confirm it. */
	reading: JSONColumnType<Reading> | null;
	/** What the sender chose to overrule (number styles, column names). */
	choices: JSONColumnType<Choices>;
	/** SHA-256 of the typed rows: another at confirmation means review again. */
	digest: string | null;
	rows: number | null;
	counts: JSONColumnType<Record<string, number>> | null;
	fictional: Generated<boolean>;
	/** Sheet of the workbook that this submission is about; several share the original. */
	sheet: string | null;
	/** The municipality that all its rows are about, or that its sender named. */
	municipality: string | null;
	/** Rows that are stored and absent from the file are to be retired. */
	retire_missing: Generated<boolean>;
	/** What files sent together share: the id of their package, or a label (`demostracion`). */
	package: string | null;
	/** Sent twice with one key, it is one submission. */
	idempotency_key: string | null;
	received_at: CreatedAt;
	confirmed_at: Instant | null;
	confirmed_by: string | null;
	approved_at: Instant | null;
	revision: number | null;
	undone_at: Instant | null;
	undone_by: string | null;
};

export type FindingTable = {
	submission: string;
	position: number;
	finding: JSONColumnType<Finding>;
};

/** A cell that a person corrected on the page, beside what the file has there. */
export type CorrectionTable = {
	submission: string;
	line: number;
	/** Our column. */
	field: string;
	original: string;
	text: string;
};

/** Why a warning was kept: one reason for all findings of one code and column of a submission. */
export type RemarkTable = {
	id: Id;
	submission: string;
	code: string;
	/** Our column; empty where the finding has none. */
	field: Generated<string>;
	text: string;
	account: string | null;
	at: CreatedAt;
};

/** What a municipality's own headings mean, as its people said once. */
export type HeadingMemoryTable = {
	municipality: string;
	dataset: string;
	/** `tight` of the heading. */
	heading: string;
	/** Our column; empty for «do not use». */
	field: string;
	account: string | null;
	at: CreatedAt;
};

/** Quarters that somebody closed: what they hold is corrected with a reason, and not undone. */
export type QuarterTable = {
	quarter: string;
	closed_at: CreatedAt;
	closed_by: string | null;
};

export type WorkStep =
	'en_espera' | 'leyendo' | 'comparando' | 'guardando' | 'calculando' | 'publicando' | 'terminado';

/** A large file that is read or stored in the background; the last asked for of its submission. */
export type JobTable = {
	submission: string;
	kind: 'revisar' | 'confirmar';
	/** Who asked for it. */
	account: string | null;
	step: Generated<WorkStep>;
	/** Of the step's own unit: bytes read, rows compared or stored, municipalities computed. */
	done: Generated<number>;
	total: Generated<number>;
	asked_at: CreatedAt;
	started_at: Instant | null;
	finished_at: Instant | null;
	stop_asked: Generated<boolean>;
	/** One sentence for whoever waits; null when it ended well. */
	failure: string | null;
};

export type RevisionTable = {
	/** The data version that caches and ETags use. */
	id: Id;
	submission: string | null;
	reason: string;
	created_at: CreatedAt;
};

export type RecordTable = {
	id: Id;
	dataset: string;
	/** Canonical JSON of all key columns. */
	key: string;
	municipality: string | null;
	period: string | null;
	submission: string;
	line: number;
	/** Typed values of the columns that are not keys. */
	cells: JSONColumnType<Cells>;
	blanks: JSONColumnType<Blanks>;
	since: number;
	/** The revision that superseded it; null for the current row. Only this is ever set. */
	until: number | null;
};

export type IndicatorValueTable = {
	indicator: string;
	/** Empty text for the headline measure. */
	dimension: string;
	period: string;
	/** Ubigeo, or a network's code for what it declares about itself. */
	municipality: string;
	value: number | null;
	numerator: number | null;
	denominator: number | null;
	state: string;
	flags: JSONColumnType<string[]>;
	method: number;
	provisional: boolean;
};

/** How well the data of a municipality keep the rules of quality in a quarter. */
export type QualityScoreTable = {
	municipality: string;
	period: string;
	/** From 0 to 100; quarters without a rule that applies have no row. */
	score: number;
	/** Weights of the rules kept, and of those that apply. */
	passed: number;
	applicable: number;
	/** Rules of some weight that are not kept. */
	failed: number;
};

/** A row that does not keep a rule of quality, in a quarter in which it counts. */
export type QualityFaultTable = {
	municipality: string;
	period: string;
	rule: string;
	position: number;
	severity: Severity;
	dataset: string;
	/** Key of the record, as in `record`. */
	key: string;
	/** Our column; empty where the rule names none. */
	field: string;
	message: string;
};

export type MethodTable = {
	id: Id;
	options: JSONColumnType<IdelMethod>;
	author: string;
	reason: string;
	created_at: CreatedAt;
};

export type AuditTable = {
	id: Id;
	account: string | null;
	action: string;
	subject: string;
	detail: JsonObject;
	at: CreatedAt;
};

export type Database = {
	municipality: MunicipalityTable;
	municipality_alias: MunicipalityAliasTable;
	membership: MembershipTable;
	account: AccountTable;
	session: SessionTable;
	invitation: InvitationTable;
	api_token: ApiTokenTable;
	login_failure: LoginFailureTable;
	submission: SubmissionTable;
	finding: FindingTable;
	correction: CorrectionTable;
	remark: RemarkTable;
	heading_memory: HeadingMemoryTable;
	quarter: QuarterTable;
	job: JobTable;
	revision: RevisionTable;
	record: RecordTable;
	indicator_value: IndicatorValueTable;
	quality_score: QualityScoreTable;
	quality_fault: QualityFaultTable;
	method: MethodTable;
	audit: AuditTable;
};
