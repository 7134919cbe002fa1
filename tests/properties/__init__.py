"""Random bureaus: what holds for every one of them."""
