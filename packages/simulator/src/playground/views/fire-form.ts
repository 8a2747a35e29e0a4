import { html } from 'hono/html';
import type { Platform } from '@carehooks/core';
import { mostEvents, speeds } from '../fire-request.ts';
import { faultGroups } from './fault-groups.ts';
import type { Html } from './layout.ts';

export interface FireFormParts {
  readonly platform: Platform;
  readonly event: string;
  /** Names of recorded bodies. */
  readonly fixtures: readonly string[];
  /** The body recorded for the event. */
  readonly body: string;
  /** Whether one delivery can tell of several events. */
  readonly batches: boolean;
  /** How many times faster than real pauses pass now. */
  readonly speed: number;
}

/** What to fire, what is to go wrong, and how the trigger is set up. */
export function fireForm(parts: FireFormParts): Html {
  const { platform } = parts;
  return html`<form
    class="fire"
    hx-post="/playground/${platform.id}/fire"
    hx-swap="none"
    aria-label="Fire an event"
    autocomplete="off"
  >
    ${what(parts)}
    <div id="fire-message" role="alert"></div>
    <details class="panel" open>
      <summary>Faults</summary>
      <div class="inside">${faultGroups(platform.signature)}</div>
    </details>
    <details class="panel">
      <summary>Trigger</summary>
      <div class="inside">${trigger(platform)}</div>
    </details>
    <details class="panel">
      <summary>Retries</summary>
      <div class="inside">${retries(parts)}</div>
    </details>
  </form>`;
}

function what({ platform, event, fixtures, body, batches }: FireFormParts): Html {
  return html`<label class="field">
      <span>Event</span>
      <select name="event" hx-get="/playground/${platform.id}/body" hx-swap="none">
        ${platform.events.map(({ type }) => option(type, type, type === event))}
      </select>
    </label>
    <label class="field">
      <span>Recorded body</span>
      ${fixtureField(platform.id, fixtures, event)}
    </label>
    <details class="body">
      <summary>Edit the body</summary>
      ${bodyField(body)}
      <p class="hint">Ctrl+Enter or ⌘+Enter fires.</p>
    </details>
    <div class="amount">
      <label class="field">
        <span>Events</span>
        <input name="count" type="number" min="1" max="${mostEvents}" value="1" />
      </label>
      <div class="checks">
        <label><input type="checkbox" name="renewed" checked /> Something new each time</label>
        ${batches ? html`<label><input type="checkbox" name="together" /> In one delivery</label>` : ''}
      </div>
    </div>
    <button type="submit" class="primary">Fire</button>`;
}

/** @param swap puts it in place of the one on the page */
export function fixtureField(id: string, names: readonly string[], chosen: string, swap = false): Html {
  return html`<select
    id="fixture"
    name="fixture"
    hx-get="/playground/${id}/body"
    hx-swap="none"
    ${swap ? html`hx-swap-oob="true"` : ''}
  >
    ${names.map((name) => option(name, name, name === chosen))}
  </select>`;
}

/** @param swap puts it in place of the one on the page */
export function bodyField(body: string, swap = false): Html {
  return html`<textarea
    id="body"
    name="body"
    rows="18"
    spellcheck="false"
    aria-label="Body"
    ${swap ? html`hx-swap-oob="true"` : ''}
  >
${body}</textarea>`;
}

function trigger({ relations }: Platform): Html {
  return html`<fieldset class="chips">
      <legend>Expand</legend>
      ${Object.entries(relations).map(
        ([name, { label }]) =>
          html`<label class="chip"
            ><input type="checkbox" name="expand" value="${name}" checked />${label}</label
          >`,
      )}
    </fieldset>
    <label class="field">
      <span>Output</span>
      <select name="output">
        ${option('full', 'Full', true)} ${option('minimal', 'Minimal: ids, status and times', false)}
      </select>
    </label>
    <label class="field">
      <span>When a record cannot be fetched</span>
      <select name="onFailure">
        ${option('keep', 'Send the item without it', true)} ${option('fail', 'Fail the run', false)}
      </select>
    </label>`;
}

function retries({ speed }: FireFormParts): Html {
  const offered = [...new Set([...speeds, speed])].sort((left, right) => left - right);
  return html`<label class="field">
    <span>Pauses between attempts pass</span>
    <select name="speed">
      ${offered.map((one) => option(String(one), one === 1 ? 'In real time' : `${one} times faster`, one === speed))}
    </select>
  </label>`;
}

function option(value: string, label: string, selected: boolean): Html {
  return selected
    ? html`<option value="${value}" selected>${label}</option>`
    : html`<option value="${value}">${label}</option>`;
}
