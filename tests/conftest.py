"""Being here makes `from tests.bureaus import …` work from every test, however pytest is started."""
