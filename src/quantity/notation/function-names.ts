import { FORMULAS } from '../formulas.ts';
import { BUILT_IN } from './functions.ts';
import { nameTable } from './names.ts';

/** What can be called, built in or ready-made. */
export const FUNCTION_NAMES: readonly string[] = [...BUILT_IN.keys(), ...FORMULAS.map(({ name }) => name)];
export const FUNCTIONS = nameTable(FUNCTION_NAMES);
