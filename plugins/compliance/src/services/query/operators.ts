/** What joins or negates predicates. */
export const combinations = ['$all', '$any', '$not'];

/** How the value of a field can be compared. */
export const comparisons = ['$in', '$exists', '$contains', '$hasPrefix'];

/** Whether a name is an operator of filter predicates. */
export function isOperator(name: string): boolean {
  return combinations.includes(name) || comparisons.includes(name);
}
