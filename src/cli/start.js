// Old JavaScript on purpose: an old Node must get far enough to say that it is too old.
var parts = process.versions.node.split('.');
var major = Number(parts[0]);
var minor = Number(parts[1]);

if (major < 20 || (major === 20 && minor < 19)) {
	console.error(
		'Se necesita Node 20.19 o más; este es ' +
			process.versions.node +
			'. Instale una versión nueva desde https://nodejs.org y vuelva a empezar.'
	);
	process.exit(1);
} else {
	import('tsx/esm/api')
		.then(function (tsx) {
			tsx.register();
			return import('./serve.ts');
		})
		.then(function (program) {
			return program.serve();
		})
		.catch(function (error) {
			if (error && error.code === 'ERR_MODULE_NOT_FOUND' && /tsx/.test(String(error.message))) {
				console.error('Faltan las dependencias. Escriba «npm ci» y vuelva a empezar.');
			} else {
				console.error(error);
			}
			process.exit(1);
		});
}
