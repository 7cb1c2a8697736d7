import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	// PGlite finds its own WebAssembly beside its source: bundled, it would not.
	ssr: { external: ['@electric-sql/pglite'] },
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		exclude: ['tests/pages/**', 'node_modules/**'],
		setupFiles: ['tests/chance.ts'],
		pool: 'forks',
		globalSetup: 'tests/postgres.ts',
		testTimeout: 60_000,
		hookTimeout: 120_000
	}
});
