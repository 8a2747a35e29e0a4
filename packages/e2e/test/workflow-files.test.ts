import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowFile, WorkflowNode } from '../src/client/workflow.ts';
import { exampleFiles, examplesFolder, readExample } from '../src/workflows/examples.ts';

const stickyNote = 'n8n-nodes-base.stickyNote';
const readme = readFileSync(join(examplesFolder, 'README.md'), 'utf8');

interface Box {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a node covers on the canvas: a note its own size, any other node its square and the two lines under it. */
function boxOf({ name, type, position: [left, top], parameters }: WorkflowNode): Box {
  const [width, height] =
    type === stickyNote ? [Number(parameters['width']), Number(parameters['height'])] : [96, 152];
  return { name, left, top, right: left + width, bottom: top + height };
}

function overlaps(one: Box, other: Box): boolean {
  const apart = one.right <= other.left || other.right <= one.left || one.bottom <= other.top;
  return !apart && other.bottom > one.top;
}

describe.each(exampleFiles())('%s', (file) => {
  const workflow: WorkflowFile = readExample(file);
  const { nodes, connections } = workflow;

  test('holds the workflow, and nothing of the n8n that it was made with', () => {
    expect(Object.keys(workflow).sort()).toEqual(['connections', 'name', 'nodes', 'settings']);
    expect(workflow.settings).toEqual({ executionOrder: 'v1' });
    for (const node of nodes) expect(node).not.toHaveProperty('credentials');
    for (const node of nodes) expect(node).not.toHaveProperty('webhookId');
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  });

  test('reads from left to right, on n8n’s grid, and nothing covers anything', () => {
    const boxes = nodes.map(boxOf);
    const covered = boxes.flatMap((one, index) =>
      boxes.slice(index + 1).flatMap((other) => (overlaps(one, other) ? [`${one.name}, ${other.name}`] : [])),
    );
    expect(covered).toEqual([]);
    expect(nodes.flatMap(({ position }) => position).filter((place) => place % 16 !== 0)).toEqual([]);
    const left = Object.fromEntries(boxes.map((box) => [box.name, box.left]));
    for (const [from, { main }] of Object.entries(connections))
      for (const { node } of main.flat()) expect(left[node]).toBeGreaterThan(left[from] ?? NaN);
  });

  test('stands in the README under its name', () => {
    expect(readme).toContain(`[${workflow.name}](${file})`);
  });
});
