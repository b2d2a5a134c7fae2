namespace UnionBot.Services;

/// <summary>All services, in the order of the menu.</summary>
public static class ServiceCatalog
{
}
