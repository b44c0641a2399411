"""Turn notebooks and a plan into handouts; each step is a module, since some load slowly."""
