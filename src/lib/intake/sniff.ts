import type { Finding } from '#lib/domain/finding.ts';
import { fileFindings, type OtherType } from './findings/file.ts';

/** First bytes by which other types of file are known, whatever their name says. */
const signatures: readonly (readonly [OtherType, readonly number[], number?])[] = [
	['is-xls', [0xd0, 0xcf, 0x11, 0xe0]],
	['is-gzip', [0x1f, 0x8b]],
	['is-gzip', [0x42, 0x5a, 0x68, 0x39]],
	['is-gzip', [0x37, 0x7a, 0xbc, 0xaf]],
	['is-gzip', [0x52, 0x61, 0x72, 0x21, 0x1a]],
	['is-image', [0xff, 0xd8, 0xff]],
	['is-image', [0x89, 0x50, 0x4e, 0x47]],
	['is-image', [0x47, 0x49, 0x46, 0x38]],
	['is-image', [0x49, 0x49, 0x2a, 0x00]],
	['is-image', [0x4d, 0x4d, 0x00, 0x2a]],
	['is-image', [0x57, 0x45, 0x42, 0x50], 8],
	['is-image', [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63], 4],
	['is-program', [0x4d, 0x5a, 0x90, 0x00]],
	['is-program', [0x7f, 0x45, 0x4c, 0x46]],
	['is-database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]]
];

/** A file of another type, known by its first bytes; undefined when it may be text. */
export function sniffBytes(bytes: Uint8Array): Finding | undefined {
	const type = typeOf(bytes);
	return type && fileFindings.otherType(type);
}

function typeOf(bytes: Uint8Array): OtherType | undefined {
	for (const [type, signature, at = 0] of signatures) {
		if (signature.every((byte, index) => bytes[at + index] === byte)) return type;
	}
	if (bytes[0] === 0x50 && bytes[1] === 0x4b && [3, 5, 7].includes(bytes[2] ?? 0)) {
		return zipType(bytes);
	}
	// A bitmap starts with two letters that a heading may start with; its size follows.
	const size = (bytes[2] ?? 0) | ((bytes[3] ?? 0) << 8) | ((bytes[4] ?? 0) << 16);
	if (bytes[0] === 0x42 && bytes[1] === 0x4d && size === (bytes.length & 0xffffff) && size > 0) {
		return 'is-image';
	}
	return ascii(bytes, 0, 1024).includes('%PDF-') ? 'is-pdf' : undefined;
}

/** Only the names inside are looked at; nothing is inflated. */
function zipType(bytes: Uint8Array): OtherType {
	const edges = ascii(bytes, 0, 65_536) + ascii(bytes, Math.max(0, bytes.length - 65_536), 65_536);
	if (edges.includes('application/vnd.oasis.opendocument')) return 'is-ods';
	if (edges.includes('xl/') || edges.includes('[Content_Types].xml')) return 'is-xlsx';
	return 'is-zip';
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
	let text = '';
	for (let at = from; at < Math.min(bytes.length, from + length); at++) {
		text += String.fromCharCode(bytes[at] ?? 0);
	}
	return text;
}

/** A document that is text but no CSV: web page, XML, JSON, RTF. */
export function sniffText(text: string): Finding | undefined {
	const start = text.slice(0, 2048).trimStart().toLowerCase();
	if (/^(<!doctype html|<html|<head|<body|<table|<meta|<script|<style|<div)/.test(start)) {
		return fileFindings.otherType('is-html');
	}
	if (start.startsWith('<?xml') || start.startsWith('<svg')) {
		return fileFindings.otherType(start.includes('<html') ? 'is-html' : 'is-xml');
	}
	if (start.startsWith('{\\rtf')) return fileFindings.otherType('is-rtf');
	if (/^\{\s*["}]/.test(start) || /^\[\s*[[{\]]/.test(start)) {
		return fileFindings.otherType('is-json');
	}
	return undefined;
}
