import { ClauseRef } from '../standards';

/** A clause as the key of a map or a set. */
export const clauseKey = ({ standard, clause }: ClauseRef) =>
  `${standard} ${clause}`;
