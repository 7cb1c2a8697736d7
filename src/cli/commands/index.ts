import type { Command } from './context.ts';

/** Every command by its name, in the order in which help lists them. Each is loaded when it runs. */
export const commands: Readonly<Record<string, Command>> = {
	revisar: {
		usage:
			'ARCHIVO… [--conjunto X] [--columnas suya=nuestra,…] [--valores columna=valor,…] [--json]',
		help: 'Revisa archivos contra esta instancia sin cambiar nada. Para que solo salga el JSON: npm run --silent admin -- revisar … --json',
		run: async (...given) => (await import('./revisar.ts')).revisar(...given)
	},
	importar: {
		usage: 'ARCHIVO… [--conjunto X] [--columnas suya=nuestra,…] [--valores columna=valor,…]',
		help: 'Recibe archivos y confirma los que no tienen errores.',
		run: async (...given) => (await import('./importar.ts')).importar(...given)
	},
	recalcular: {
		usage: '',
		help: 'Calcula de nuevo todos los indicadores.',
		run: async (...given) => (await import('./recalcular.ts')).recalcular(...given)
	},
	deshacer: {
		usage: 'ENVÍO',
		help: 'Deshace un envío confirmado: lo que cambió vuelve a estar como antes, si el trimestre sigue abierto.',
		run: async (...given) => (await import('./deshacer.ts')).deshacer(...given)
	},
	'cerrar-trimestre': {
		usage: '2026-T3',
		help: 'Cierra un trimestre: lo que se envió ya no se deshace, y cambiarlo pide una explicación.',
		run: async (...given) => (await import('./trimestre.ts')).cerrarTrimestre(...given)
	},
	'abrir-trimestre': {
		usage: '2026-T3',
		help: 'Abre otra vez un trimestre cerrado.',
		run: async (...given) => (await import('./trimestre.ts')).abrirTrimestre(...given)
	},
	'crear-administrador': {
		usage: '--correo CORREO --nombre NOMBRE [--clave-stdin]',
		help: 'Crea la cuenta de quien administra, con la contraseña que llega por la entrada o una nueva.',
		readsInput: true,
		run: async (...given) => (await import('./crear-administrador.ts')).crearAdministrador(...given)
	},
	'cargar-demo': {
		usage: '',
		help: 'Carga la red de demostración.',
		run: async (...given) => (await import('./cargar-demo.ts')).cargarDemo(...given)
	},
	'vaciar-demo': {
		usage: '',
		help: 'Quita los municipios inventados y todo lo que deriva de ellos.',
		run: async (...given) => (await import('./vaciar-demo.ts')).vaciarDemo(...given)
	},
	doctor: {
		usage: '',
		help: 'Comprueba la base de datos, la carpeta de datos y los archivos originales.',
		run: async (...given) => (await import('./doctor.ts')).doctor(...given)
	}
};
