import { checkCodebook, checkLists } from "./check-codebook.js";
import type {
  Alliance,
  Category,
  Codebook,
  Entry,
  Perpetrator,
  Place,
  Section,
  Unattributed,
} from "./codebook.js";

/**
 * Makes a codebook from its lists, with every key inferred as a literal and every reference checked.
 *
 * A list that is left out is empty and its keys are `never`. A section, member, parent or key of a condition that is
 * not in the codebook is a compile error, and in data that no compiler saw a `codebook-reference-unknown`.
 * Perpetrators and unattributed sources share one column of every table, so they share no key (`codebook-key-clash`).
 * Further errors: `codebook-malformed`, `codebook-key-reserved`, `codebook-parent-cycle`, `codebook-succession-cycle`,
 * `condition-malformed`.
 *
 * @example
 * const codebook = defineCodebook({
 *   sections: { main: { label: "Main parties" } },
 *   perpetrators: { army: { label: "The army", section: "main" } },
 * });
 * Object.keys(codebook.perpetrators) // ["army"]
 */
export function defineCodebook<
  S extends string = never,
  P extends string = never,
  U extends string = never,
  A extends string = never,
  R extends string = never,
  C extends string = never,
  M extends string = never,
  G extends string = never,
  L extends string = never,
>(lists: {
  readonly sections?: { readonly [Key in S]: Section };
  readonly perpetrators?: { readonly [Key in P]: Perpetrator<NoInfer<S>, NoInfer<P>> };
  readonly unattributed?: { readonly [Key in U]: Unattributed<NoInfer<S>> };
  readonly alliances?: { readonly [Key in A]: Alliance<NoInfer<P>> };
  readonly roles?: { readonly [Key in R]: Entry };
  readonly causes?: { readonly [Key in C]: Entry };
  readonly means?: { readonly [Key in M]: Entry };
  readonly categories?: {
    readonly [Key in G]: NoInfer<Category<KeysBy<S, P, U, A, R, C, M, G, L>>>;
  };
  readonly places?: { readonly [Key in L]: Place<NoInfer<L>> };
}): Codebook<KeysBy<S, P, U, A, R, C, M, G, L>> {
  checkLists(lists);
  return checkCodebook({
    sections: listed(lists.sections),
    perpetrators: listed(lists.perpetrators),
    unattributed: listed(lists.unattributed),
    alliances: listed(lists.alliances),
    roles: listed(lists.roles),
    causes: listed(lists.causes),
    means: listed(lists.means),
    categories: listed(lists.categories),
    places: listed(lists.places),
  });
}

/** The keys of nine lists, named: what the type parameters of `defineCodebook` come to. */
export interface KeysBy<
  S extends string,
  P extends string,
  U extends string,
  A extends string,
  R extends string,
  C extends string,
  M extends string,
  G extends string,
  L extends string,
> {
  readonly section: S;
  readonly perpetrator: P;
  readonly unattributed: U;
  readonly alliance: A;
  readonly role: R;
  readonly cause: C;
  readonly means: M;
  readonly category: G;
  readonly place: L;
}

function listed<List extends object>(list: List | undefined): List {
  // A list that was left out has keys of type `never`, and the record of no keys is the empty object.
  return list ?? ({} as List);
}
