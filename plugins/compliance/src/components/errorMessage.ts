import { ResponseError } from '@backstage/errors';

/** What went wrong, in the words of the backend when it said anything. */
export function errorMessage(error: Error): string {
  return error.name === 'ResponseError'
    ? (error as ResponseError).cause.message
    : error.message;
}
