import { html } from 'hono/html';
import type { Scheme } from '@carehooks/core';
import { type FaultSubject, faults, faultsFor, faultSubjects } from '../../delivery/fault.ts';
import { apiFaultChoices } from '../api-fault-choices.ts';
import type { Html } from './layout.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description: string;
}

/** `right` is chosen at first; where it is missing, several may be chosen or none. */
interface Group {
  readonly name: string;
  readonly label: string;
  readonly right?: string;
}

const groups: Readonly<Record<FaultSubject, Group>> = {
  sending: { name: 'fault-sending', label: 'Sending' },
  proof: { name: 'fault-proof', label: 'Proof', right: 'Valid' },
  body: { name: 'fault-body', label: 'Body', right: 'As it is' },
};

const apiGroup: Group = { name: 'fault-api', label: 'REST API', right: 'Answers' };

/** Everything that can go wrong where deliveries prove themselves by this scheme. */
export function faultGroups(scheme: Scheme): Html[] {
  const offered = faultsFor(scheme);
  const ofDeliveries = faultSubjects.map((subject) => {
    const names = offered.filter((name) => faults[name].subject === subject);
    return groupOf(
      groups[subject],
      names.map((name) => ({ value: name, ...faults[name] })),
    );
  });
  const ofApi = Object.entries(apiFaultChoices).map(([value, choice]) => ({ value, ...choice }));
  return [...ofDeliveries, groupOf(apiGroup, ofApi)];
}

function groupOf({ name, label, right }: Group, choices: readonly Choice[]): Html {
  const type = right === undefined ? 'checkbox' : 'radio';
  return html`<fieldset class="chips">
    <legend>${label}</legend>
    ${
      right === undefined
        ? ''
        : html`<label class="chip"><input type="radio" name="${name}" value="" checked />${right}</label>`
    }
    ${choices.map((choice) => chip(name, type, choice))}
  </fieldset>`;
}

/** The description shows while its chip is chosen. */
function chip(name: string, type: 'checkbox' | 'radio', { value, label, description }: Choice): Html {
  return html`<label class="chip fault">
      <input type="${type}" name="${name}" value="${value}" aria-describedby="about-${value}" />${label}
    </label>
    <span class="about" id="about-${value}">${description}</span>`;
}
