import fc from "fast-check";

// To find the smallest counterexample of a law of the audit can take longer than the whole run: the first is told, with its seed.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
