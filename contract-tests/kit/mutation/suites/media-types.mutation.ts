import { testMutants } from "../test-mutants.js";

testMutants("media-types");
