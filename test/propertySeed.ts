import fc from "fast-check";

/**
 * One seed for all property tests, so that a run says the same today and tomorrow and a red build is a red change.
 * To look for cases that no run has drawn yet: `PROPERTY_SEED=$RANDOM npm test`.
 */
fc.configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? 20250630) });
