"""The parts of the generator of examples/handan and examples/brigade; standard library only."""
