// Planted violation: a service that looks into another one.
namespace UnionBot.Services.PlantedA
{
    internal static class Neighbour
    {
        public static Task<PlantedB.Private?> Look() => Task.FromResult<PlantedB.Private?>(null);
    }
}

namespace UnionBot.Services.PlantedB
{
    internal sealed class Private;
}
