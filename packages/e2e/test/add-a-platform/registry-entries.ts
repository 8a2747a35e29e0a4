/** Text to put into a file that is there already: what `find` matches becomes `replace`. */
export interface Entry {
  readonly find: RegExp;
  readonly replace: string;
}

const imports = (line: string): RegExp => new RegExp(`((?:^import ${line}\\n)+)`, 'm');

/** What a maintainer writes into each registry for the made-up platform. They match any list, however long it grows. */
export const registryEntries: Readonly<Record<string, readonly Entry[]>> = {
  'packages/core/src/platforms/index.ts': [
    {
      find: imports(String.raw`\{ \w+ \} from '\./[\w-]+/index\.ts';`),
      replace: "$1import { larkmereDiary } from './larkmere-diary/index.ts';\n",
    },
    { find: /(readonly Platform\[\] = \[[^\]]*?),?\s*\]/, replace: '$1, larkmereDiary]' },
    { find: /^export \{([^}]*?),?\s*\};$/m, replace: 'export {$1, larkmereDiary };' },
  ],
  'packages/core/src/schemas.ts': [
    {
      find: imports(String.raw`\{ .+ \} from '\./platforms/[\w-]+/schema\.ts';`),
      replace: "$1import { booking } from './platforms/larkmere-diary/schema.ts';\n",
    },
    { find: /^\};$/m, replace: "  'larkmere-diary': booking,\n};" },
  ],
  'packages/simulator/src/platforms/index.ts': [
    {
      find: imports(String.raw`\{ .*\bcreate\w+.* \} from '\./[\w-]+/index\.ts';`),
      replace:
        "$1import { createLarkmereDiary, type LarkmereDiaryOptions } from './larkmere-diary/index.ts';\n",
    },
    {
      find: /(interface PlatformOptions \{[^}]*)\}/,
      replace: '$1  readonly larkmereDiary?: LarkmereDiaryOptions;\n}',
    },
    {
      find: /(return \{[^}]*)( {2}\};)/,
      replace: '$1    larkmereDiary: createLarkmereDiary(context, options.larkmereDiary),\n$2',
    },
  ],
  'packages/n8n-nodes-carehooks/package.json': [
    { find: /("keywords": \[\n)/, replace: '$1    "larkmere",\n' },
    {
      find: /("credentials": \[\n)/,
      replace: '$1      "dist/credentials/LarkmereDiaryApi.credentials.js",\n',
    },
    {
      find: /("nodes": \[\n)/,
      replace: '$1      "dist/nodes/LarkmereDiaryTrigger/LarkmereDiaryTrigger.node.js",\n',
    },
  ],
  'README.md': [
    {
      find: /((?:^\| .*\]\(docs\/platforms\/.*\|\n)+)/m,
      replace:
        '$1| [Larkmere Diary](docs/platforms/larkmere-diary.md) | the trigger | Larkmere Diary Trigger | a trigger for each event, any event |\n',
    },
  ],
  'packages/n8n-nodes-carehooks/README.md': [
    {
      find: /((?:^- \[\*\*.+ Trigger\*\*\].*\n)+)/m,
      replace:
        '$1- [**Larkmere Diary Trigger**](https://github.com/carehooks/carehooks/blob/main/docs/platforms/larkmere-diary.md): bookings made, moved and cancelled\n',
    },
  ],
};

/** @throws Error where a registry no longer looks as it did */
export function enter(entries: readonly Entry[], text: string): string {
  return entries.reduce((changed, { find, replace }) => {
    if (!find.test(changed))
      throw new Error(`Nothing matches ${find}: see how this registry lists platforms now.`);
    return changed.replace(find, replace);
  }, text);
}
