"""Which cells are wrong: the fewest changes after which the identities of the form hold."""

from govinfo.repair.offers import Offer, offer

__all__ = ["Offer", "offer"]
