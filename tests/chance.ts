import fc from 'fast-check';

/** The same chance in every run, so that a failure can be had again; change it to look further. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261121) });
