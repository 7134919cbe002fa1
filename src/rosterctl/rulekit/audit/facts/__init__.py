"""The audit's own reading of the facts, from the rows alone: of the nouns it takes nothing but fields."""
