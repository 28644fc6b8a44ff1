import type { Candidate } from './candidates.ts';

/** What completion has to know of a command; commander's Command has it all. */
export interface CommandTree {
  name(): string;
  description(): string;
  readonly commands: readonly CommandTree[];
  readonly options: readonly OptionShape[];
  readonly registeredArguments: readonly ArgumentShape[];
}

interface OptionShape {
  /** Such as `-o, --output <file>`; the name in brackets says what kind of value it takes. */
  readonly flags: string;
  readonly long?: string | undefined;
  readonly short?: string | undefined;
  readonly description: string;
  readonly hidden: boolean;
  readonly required: boolean;
  readonly optional: boolean;
  readonly argChoices?: readonly string[] | undefined;
}

interface ArgumentShape {
  name(): string;
  readonly variadic: boolean;
  readonly argChoices?: readonly string[] | undefined;
}

/** Where the cursor is, and what can stand there. */
export interface Place {
  readonly command: CommandTree;
  /** What is typed of it so far. */
  readonly typed: string;
  /** What stands before it in the same word, such as `--level=`. */
  readonly prefix: string;
  readonly expects: 'command' | 'option' | 'value' | 'nothing';
  /** For a value: the names that tell what it is, of the option, its placeholder or the argument, such as `problem`. */
  readonly kinds: readonly string[];
  readonly choices: readonly string[] | undefined;
  /** The command's arguments before the cursor. */
  readonly given: readonly string[];
  readonly optionsUsed: readonly string[];
}

/** Finds the cursor's place in a line whose last word is being typed. Total: nonsense is a place for nothing. */
export function locate(program: CommandTree, line: readonly string[]): Place {
  const words = joinBrokenWords(line);
  const typed = words.at(-1) ?? '';
  let command = program;
  let open: OptionShape | undefined;
  let onlyArguments = false;
  const given: string[] = [];
  const optionsUsed: string[] = [];
  for (const word of words.slice(0, -1)) {
    if (open !== undefined) {
      open = undefined;
    } else if (word === '--' && !onlyArguments) {
      onlyArguments = true;
    } else if (word.startsWith('-') && !onlyArguments) {
      const option = findOption(command, program, word);
      if (option?.long !== undefined) optionsUsed.push(option.long);
      open = option !== undefined && takesValue(option) && !word.includes('=') ? option : undefined;
    } else {
      const sub = command.commands.find((each) => each.name() === word);
      if (sub === undefined) given.push(word);
      else command = sub;
    }
  }
  const place = { command, typed, prefix: '', kinds: [], choices: undefined, given, optionsUsed };
  if (open !== undefined) return { ...place, ...valuePlace(open) };
  if (typed.startsWith('-') && !onlyArguments) return optionPlace(place, program);
  if (command.commands.length > 0) return { ...place, expects: given.length === 0 ? 'command' : 'nothing' };
  const { registeredArguments } = command;
  const last = registeredArguments.at(-1);
  const argument = registeredArguments[given.length] ?? (last?.variadic === true ? last : undefined);
  if (argument === undefined) return { ...place, expects: 'nothing' };
  return { ...place, expects: 'value', kinds: [argument.name()], choices: argument.argChoices };
}

/** Options that can still be given. Those that take a value may be repeatable, so they stay. */
export function optionsToOffer({ command, optionsUsed }: Place): readonly Candidate[] {
  return [
    ...command.options
      .filter((option) => !option.hidden)
      .filter((option) => takesValue(option) || !optionsUsed.includes(option.long ?? ''))
      .map(({ long, short, description }) => ({ value: long ?? short ?? '', description })),
    { value: '--help', description: 'display help for command' },
  ];
}

/** Bash breaks `--level=L` into three words, and leaves the cursor behind the last. */
function joinBrokenWords(line: readonly string[]): readonly string[] {
  const words = line.filter((word, index) => word !== '=' || !(line[index - 1] ?? '').startsWith('--'));
  return line.at(-1) === '=' && words.length < line.length ? [...words, ''] : words;
}

function optionPlace(place: Omit<Place, 'expects'>, program: CommandTree): Place {
  const equals = place.typed.indexOf('=');
  if (equals === -1) return { ...place, expects: 'option' };
  const option = findOption(place.command, program, place.typed);
  if (option === undefined || !takesValue(option)) return { ...place, expects: 'nothing' };
  const prefix = place.typed.slice(0, equals + 1);
  return { ...place, ...valuePlace(option), prefix, typed: place.typed.slice(equals + 1) };
}

function valuePlace(option: OptionShape): Pick<Place, 'expects' | 'kinds' | 'choices'> {
  const placeholder = /[<[]([\w-]+)/.exec(option.flags)?.[1] ?? '';
  return { expects: 'value', kinds: [option.long?.slice(2) ?? '', placeholder], choices: option.argChoices };
}

function takesValue(option: OptionShape): boolean {
  return option.required || option.optional;
}

function findOption(command: CommandTree, program: CommandTree, word: string): OptionShape | undefined {
  const [name] = word.split('=');
  return [...command.options, ...program.options].find((option) => option.long === name || option.short === name);
}
