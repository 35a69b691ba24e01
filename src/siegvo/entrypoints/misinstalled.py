"""What keeps a portal from running as it is installed."""


class Misinstalled(Exception):
    """Nobody did anything wrong but whoever installed it; it will not mend by itself."""
