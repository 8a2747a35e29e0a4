import type { DeliveryRecord } from '../../src/index.ts';
import { Board, type BoardChange } from '../../src/playground/board.ts';
import { boardRefresh, boardUpdate } from '../../src/playground/views/board-updates.ts';
import { madeUpDelivery, madeUpRun } from './samples.ts';

function watched() {
  const board = new Board();
  const changes: BoardChange[] = [];
  board.watch((change) => changes.push(change));
  return { board, changes };
}

const idsOf = (board: Board) => board.list().map(({ delivery }) => delivery.id);

const answered: DeliveryRecord['attempts'] = madeUpDelivery('one', { attempts: 1 }).attempts;

test('shows the newest click first, and what came of one click in its order', () => {
  const { board } = watched();
  board.add(madeUpDelivery('a'));
  board.together(() => ['b', 'c', 'd'].forEach((id) => board.add(madeUpDelivery(id))));
  board.add(madeUpDelivery('e'));
  expect(idsOf(board)).toEqual(['e', 'b', 'c', 'd', 'a']);
});

test('puts the first of a click on top and open, and the others below it', () => {
  const { board, changes } = watched();
  board.together(() => ['b', 'c'].forEach((id) => board.add(madeUpDelivery(id))));
  const [first, second] = changes.map((change) => String(boardUpdate(change)));
  expect(first).toContain('hx-swap-oob="afterbegin:#deliveries"');
  expect(first).toMatch(/<article id="b"[^>]*>\s*<details open>/);
  expect(second).toContain('hx-swap-oob="afterend:#b"');
  expect(second).not.toMatch(/<article id="c"[^>]*>\s*<details open>/);
});

test('tells of a new attempt, of the end, and of what the hosts made of it', () => {
  const { board, changes } = watched();
  board.add(madeUpDelivery('one'));
  board.update({ ...madeUpDelivery('one'), attempts: answered });
  board.update({ ...madeUpDelivery('one'), attempts: answered, state: 'delivered' });
  board.putRun(madeUpRun('one'));
  expect(changes.map(({ kind }) => kind)).toEqual(['added', 'attempted', 'settled', 'ran']);
  const [, attempted, settled, ran] = changes.map((change) => String(boardUpdate(change)));
  expect(attempted).toContain('hx-swap-oob="beforeend:#one-attempts"');
  expect(settled).not.toContain('#one-attempts');
  expect(ran).toContain('hx-swap-oob="innerHTML:#one-1"');
  expect(ran).toContain('closed: accepted. Both hosts made the same item.');
});

test('brings a run along with its attempt when it was there first', () => {
  const { board, changes } = watched();
  board.add(madeUpDelivery('one'));
  board.putRun(madeUpRun('one'));
  board.update({ ...madeUpDelivery('one'), attempts: answered });
  const [, ran, attempted] = changes.map((change) => String(boardUpdate(change)));
  expect(ran).not.toContain('#one-1');
  expect(attempted).toContain('Both hosts made the same item.');
});

test('lets the oldest go, and knows nothing of it afterwards', () => {
  const { board, changes } = watched();
  for (let index = 0; index <= 100; index += 1) board.add(madeUpDelivery(`d${index}`));
  expect(idsOf(board)).toHaveLength(100);
  expect(board.has('d0')).toBe(false);
  expect(String(boardUpdate(changes.at(-1)!))).toContain('hx-swap-oob="delete:#d0"');
  board.update({ ...madeUpDelivery('d0'), attempts: answered });
  board.putRun(madeUpRun('d0'));
  expect(changes.at(-1)).toEqual({ kind: 'removed', id: 'd0' });
});

test('is empty after a reset, whatever still arrives', () => {
  const { board, changes } = watched();
  board.add(madeUpDelivery('one'));
  board.clear();
  board.update({ ...madeUpDelivery('one'), attempts: answered });
  expect(idsOf(board)).toEqual([]);
  expect(String(boardUpdate(changes.at(-1)!))).toBe('<div hx-swap-oob="innerHTML:#deliveries"></div>');
});

test('has another version after every change, and a page that missed one gets it all', () => {
  const { board } = watched();
  const before = board.version;
  board.add(madeUpDelivery('one'));
  expect(board.version).not.toBe(before);
  expect(String(boardRefresh(board.list()))).toMatch(/innerHTML:#deliveries[^]*id="one"/);
});
