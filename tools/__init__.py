"""What a developer runs through `make`; no part of the product."""
