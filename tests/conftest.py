"""Being here makes `from tests.support.bureaus import …` work from every test, however pytest is started."""
