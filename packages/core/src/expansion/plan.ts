import type { CareEvent } from '../event.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Relation } from './relation.ts';

/** `included`: the payload held the whole object already. `absent`: the event points to none. */
export type RelationState = 'included' | 'absent' | 'to-fetch';

export interface PlannedRelation {
  readonly name: string;
  readonly relation: Relation;
  readonly id: string | null;
  readonly state: RelationState;
}

export interface Plan {
  readonly event: CareEvent;
  readonly relations: readonly PlannedRelation[];
}

/** What has to be fetched for an event, relation by relation, in the order in which the platform names them. */
export function planRelations(
  event: CareEvent,
  platform: Platform,
  chosen: readonly string[],
): PlannedRelation[] {
  return Object.entries(platform.relations)
    .filter(([name]) => chosen.includes(name))
    .map(([name, relation]) => {
      const id = relation.id(event.entity);
      return { name, relation, id, state: stateOf(event.entity, relation, id) };
    });
}

function stateOf(entity: JsonObject, relation: Relation, id: string | null): RelationState {
  if (isWhole(entity, relation)) return 'included';
  return id === null ? 'absent' : 'to-fetch';
}

/** True when the entity holds the related object itself and not only a reference of the form `{ id }`. */
export function isWhole(entity: JsonObject, relation: Relation): boolean {
  const value = entity[relation.key];
  if (relation.isWhole !== undefined && value !== undefined) return relation.isWhole(value);
  return isJsonObject(value) && Object.keys(value).some((key) => key !== 'id');
}
