/** What a build tool or a framework makes of a page's names. Formats as published, written from their documentation. */
export interface BuildTool {
  readonly name: string;
  /**
   * The classes that stand for one class of a component's style sheet. Absent: classes stay as they are written.
   *
   * @param local the class as somebody wrote it
   * @param hash of `length` characters from `alphabet`, another one in each build
   */
  readonly classes?: (local: string, hash: MakeHash) => readonly string[];
  /** An attribute or a class that marks every element of a component. */
  readonly scope?: (hash: MakeHash) => {
    readonly attribute?: string;
    readonly class?: string;
  };
  /** Ids made while the page runs: a counter, another one after each build. */
  readonly id?: (counter: number) => string;
}

export type MakeHash = (length: number, alphabet?: string) => string;

export const hex = '0123456789abcdef';
export const base36 = '0123456789abcdefghijklmnopqrstuvwxyz';
export const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const base64 = `${letters}0123456789_-`;

const titled = (local: string) =>
  local.replace(/(?:^|[-_]+)(\w)/g, (_, first: string) => first.toUpperCase());

export const buildTools: readonly BuildTool[] = [
  { name: 'none' },
  // css-loader: localIdentName '[hash:base64]', its default for production.
  { name: 'css-loader', classes: (_, hash) => [`_${hash(1, letters)}${hash(18, base64)}`] },
  // Create React App and webpack's documentation: '[name]_[local]__[hash:base64:5]'.
  {
    name: 'css-loader with local names',
    classes: (local, hash) => [`Page_${local}__${hash(5, base64)}`],
  },
  // Next.js: file, local name, hash.
  { name: 'next', classes: (local, hash) => [`view_${local}__${hash(5, base64)}`], id: reactId },
  // Vite (postcss-modules): _[local]_[hash:base36:5]_[line].
  { name: 'vite', classes: (local, hash) => [`_${local}_${hash(5, base36)}_${hash(2, '123456789')}`] },
  // @emotion/css: css-<hash>; with the babel plugin's labels css-<hash>-<label>.
  { name: 'emotion', classes: (_, hash) => [`css-${hash(1, hex)}${hash(5, base36)}`], id: reactId },
  {
    name: 'emotion with labels',
    classes: (local, hash) => [`css-${hash(1, '123456789')}${hash(5, base36)}-${titled(local)}`],
  },
  // styled-components: sc-<component hash> and the style's own hash.
  {
    name: 'styled-components',
    classes: (_, hash) => [`sc-${hash(6, letters)}`, hash(6, letters)],
    id: (counter) => `radix-${counter}`,
  },
  // styled-components with its babel plugin: <file>__<component>-sc-<hash>-<n>.
  {
    name: 'styled-components with names',
    classes: (local, hash) => [`page__${titled(local)}-sc-${hash(6, base36)}-0`, hash(6, letters)],
  },
  // JSS and Material UI 4: <rule>-<counter> in production, <sheet>-<rule>-<counter> before.
  {
    name: 'jss',
    classes: (_, hash) => [`jss${hash(3, '123456789')}`],
    id: (counter) => `mui-${counter}`,
  },
  {
    name: 'jss with names',
    classes: (local, hash) => [`makeStyles-${local.replace(/[-_]+/g, '')}-${hash(3, '123456789')}`],
  },
  { name: 'vue', scope: (hash) => ({ attribute: `data-v-${hash(8, hex)}` }) },
  {
    name: 'angular',
    scope: (hash) => ({ attribute: `_ngcontent-ng-c${hash(10, '123456789')}` }),
    id: (counter) => `mat-input-${counter}`,
  },
  { name: 'svelte', scope: (hash) => ({ class: `svelte-${hash(1, '123456789')}${hash(5, base36)}` }) },
  { name: 'astro', scope: (hash) => ({ attribute: `data-astro-cid-${hash(8, base36)}` }) },
];

function reactId(counter: number): string {
  return `:r${counter.toString(36)}:`;
}
