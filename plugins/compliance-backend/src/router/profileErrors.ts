import {
  EditConflictError,
  InvalidValuesError,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ErrorRequestHandler } from 'express';

/** Answers refused edits with what a form needs to go on. */
export const profileErrors: ErrorRequestHandler = (error, req, res, next) => {
  const answer = (statusCode: number, details: object) =>
    res.status(statusCode).json({
      error: { name: error.name, message: error.message },
      request: { method: req.method, url: req.url },
      response: { statusCode },
      ...details,
    });
  if (error instanceof EditConflictError) {
    answer(412, { current: error.current });
  } else if (error instanceof InvalidValuesError) {
    answer(422, { fields: error.fields });
  } else {
    next(error);
  }
};
