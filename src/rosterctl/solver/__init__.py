"""The only room that knows OR-Tools: models as expressions you build, outcomes as types you match on."""
