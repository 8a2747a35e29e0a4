import { html } from 'hono/html';
import type { EventDefinition, Platform } from '@carehooks/core';
import { faultNames, faults } from '../delivery/fault.ts';
import { apiFaultChoices } from './api-fault-choices.ts';

type Html = ReturnType<typeof html>;

/** What to fire, and how the hosts are set up. */
export function fireForm(platform: Platform, body: string): Html {
  return html`<form
    class="fire"
    hx-post="/playground/${platform.id}/fire"
    hx-swap="none"
    aria-label="Fire an event"
  >
    <label>
      Event
      <select
        name="event"
        hx-get="/playground/${platform.id}/body"
        hx-target="#body"
        hx-swap="outerHTML"
        hx-trigger="change"
      >
        ${platform.events.map(eventOption)}
      </select>
    </label>
    <button type="submit">Fire</button>
    <fieldset>
      <legend>Expand</legend>
      ${Object.entries(platform.relations).map(
        ([name, relation]) =>
          html`<label class="check">
            <input type="checkbox" name="expand" value="${name}" checked /> ${relation.label}
          </label>`,
      )}
    </fieldset>
    <label>
      Output
      <select name="output">
        <option value="full">Full</option>
        <option value="minimal">Minimal: ids, status and times</option>
      </select>
    </label>
    <label>
      On the delivery's way
      <select name="fault">
        <option value="">Nothing goes wrong</option>
        ${faultNames.map((name) => html`<option value="${name}">${faults[name].description}</option>`)}
      </select>
    </label>
    <label>
      When related records are fetched
      <select name="apiFault">
        <option value="">The API answers</option>
        ${Object.entries(apiFaultChoices).map(
          ([name, choice]) => html`<option value="${name}">${choice.label}</option>`,
        )}
      </select>
    </label>
    <details>
      <summary>Body</summary>
      ${bodyField(body)}
    </details>
  </form>`;
}

export function bodyField(body: string): Html {
  return html`<textarea id="body" name="body" rows="16" spellcheck="false" aria-label="Body">
${body}</textarea>`;
}

function eventOption(event: EventDefinition): Html {
  const chosen = event.type.endsWith('.completed') ? 'selected' : '';
  return html`<option value="${event.type}" ${chosen}>${event.type}</option>`;
}
