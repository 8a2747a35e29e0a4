import { readFileSync } from 'node:fs';
import { e2ePath } from '../paths.ts';
import type { Field, Trigger } from './zapier-definition.ts';

/** A plain page with what a trigger says and asks. */
export function zapierPage(title: string, trigger: Trigger): string {
  const { display, operation } = trigger;
  return `<!doctype html><html lang="en"><style>${style()}</style><body>
    <h1>${escape(title)}: ${escape(display.label)}</h1>
    <p>${escape(display.description)}</p>
    ${directions(trigger)}${inputs(operation)}
    <footer>Drawn from the app’s definition. Zapier shows these texts in an editor of its own.</footer>
  </body></html>`;
}

function style(): string {
  return readFileSync(e2ePath('src', 'pictures', 'zapier-page.css'), 'utf8');
}

function directions({ display }: Trigger): string {
  const lines = (display.directions ?? '').split('\n').filter((line) => line !== '');
  const steps = lines.map((line) => `<li>${markdown(line.replace(/^\d+\. /, ''))}</li>`);
  return steps.length === 0 ? '' : `<ol>${steps.join('')}</ol>`;
}

function inputs({ inputFields, inputFieldGroups = [] }: Trigger['operation']): string {
  const open = inputFields.filter(({ group }) => group === undefined);
  const folded = inputFieldGroups.map(({ key, label }) => {
    const labels = inputFields.filter(({ group }) => group === key).map((inside) => inside.label);
    return `<p><b>${escape(label)}</b> ${escape(labels.join(', '))}</p>`;
  });
  return [...open.map(field), ...folded].join('');
}

function field({ label, required, helpText = '', ...preset }: Field): string {
  return `<div class="field">
    <b>${escape(label)}</b>${required === true ? ' <i>required</i>' : ''}
    <div class="input">${escape(shownIn(preset))}</div>
    <p>${markdown(helpText)}</p>
  </div>`;
}

/** What stands in the field before a user touched it, or what there is to choose. */
function shownIn({ default: preset, choices = {}, placeholder = '', list, dict }: Partial<Field>): string {
  if (preset !== undefined) return choices[preset] ?? preset;
  if (Object.keys(choices).length > 0 && list === true)
    return `Choose from ${Object.values(choices).join(', ')}`;
  return dict === true ? '… : …' : placeholder;
}

/** As much of Markdown as help texts use. */
function markdown(text: string): string {
  return escape(text)
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/`(.+?)`/g, '<code>$1</code>');
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
