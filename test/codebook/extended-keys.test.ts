import { expect, test } from "vitest";
import { compileErrors } from "../support/compile.js";

test("the compiler names an extension by what it adds, by a name of one's own where there is one, and a codebook that is not wider", () => {
  const errors = compileErrors(`
    import { type Codebook, defineCodebook, extendCodebook, type Keys, type KeysOf, type SnhrKeys, snhrCodebook, snhrPolicy, definePolicy } from "casualty-stats";
    const once = extendCodebook(snhrCodebook, {
      sections: { foreign: { label: "Foreign forces" } },
      perpetrators: { "coast-guard": { label: "The coast guard", section: "foreign" } },
    });
    const twice = extendCodebook(once, { categories: { aged: { label: "The aged", when: { age: { from: 60 } } } } });
    interface OurKeys extends KeysOf<typeof twice> {}
    const ours: Codebook<OurKeys> = twice;
    function ofWider<More extends Keys>(codebook: Codebook<SnhrKeys | More>) {
      return definePolicy(codebook, snhrPolicy);
    }
    ofWider(snhrCodebook);
    ofWider(once);
    ofWider(ours);
    export const unnamed: null = twice;
    export const named: null = ours;
    ofWider(defineCodebook({ sections: { main: { label: "Main parties" } } }));
  `);
  expect(errors.map((error) => error.split("\n").at(0))).toEqual([
    `Type 'Codebook<ExtendedKeys<ExtendedKeys<SnhrKeys, { readonly section: "foreign"; readonly perpetrator: "coast-guard"; }>, { readonly category: "aged"; }>>' is not assignable to type 'null'.`,
    `Type 'Codebook<OurKeys>' is not assignable to type 'null'.`,
    expect.stringContaining('is not assignable to parameter of type \'Codebook<SnhrKeys | KeysBy<"main",'),
  ]);
  expect(errors[2]).toContain("Property 'other' is missing");
});
